-- Since when an entry that was put right stands: since the day on which it was signed after all.
update published.signatory set status_since = signed_on where status = 'signed' and status_since <> signed_on;
