-- Letters that were written before events and reports were marks (0090) know nothing of those: an event or a report that
-- was there when the campaign began is nothing that was done since.
update office.campaign_recipient recipient set marks_before = recipient.marks_before || array['event']
  from office.campaign
  where campaign.id = recipient.campaign and recipient.version_before is null
    and not 'event' = any(recipient.marks_before)
    and exists (
      select from published.event one join published.event_version first on first.event = one.id and first.version = 1
      where one.authority = recipient.authority and one.status = 'planned'
        and one.year = extract(year from now() at time zone 'UTC')::integer
        and first.published_at <= campaign.started_at);
update office.campaign_recipient recipient set marks_before = recipient.marks_before || array['reported']
  from office.campaign
  where campaign.id = recipient.campaign and recipient.version_before is null
    and not 'reported' = any(recipient.marks_before)
    and exists (
      select from published.report one
      where one.authority = recipient.authority and one.given_at <= campaign.started_at
        and one.cycle = (select max(number) from published.report_cycle where opens <= current_date));
