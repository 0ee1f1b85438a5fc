-- A list of services may be an Excel workbook.
alter table office.service_upload drop constraint service_upload_format_check;
alter table office.service_upload add constraint service_upload_format_check
  check (format in ('csv', 'xlsx', 'hsds-json', 'hsds-csv'));
