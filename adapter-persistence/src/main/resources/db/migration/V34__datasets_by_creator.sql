-- The datasets that somebody registered, in their order.
DROP INDEX datasets_by_creator;
CREATE INDEX datasets_by_creator ON datasets (creator_id, number);
