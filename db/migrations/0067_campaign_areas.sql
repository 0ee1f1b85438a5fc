-- A letter may be for the towns of several areas.
update office.campaign
  set segment = (segment - 'area') || jsonb_build_object('areas', jsonb_build_array(segment->'area'))
  where segment ? 'area';
