-- Why a host was chosen that no reviewer has scored, in words for everybody; empty where one has.
alter table published.host_step add column unscored text not null default '';
