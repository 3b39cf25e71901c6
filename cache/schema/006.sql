-- Schema 6: an article that a reader has hidden by hand. Of the bits in hidden it is 4,
-- apart from what rules mute, so that a rule that goes does not bring it back.
create index state_by_hand on state(at, id, source) where hidden in (4, 6);
