CREATE TABLE annexes (
    number ${identity},
    dataset_id TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    entry TEXT NOT NULL,
    content TEXT NOT NULL,
    attached_at BIGINT NOT NULL,
    CONSTRAINT annexes_entry UNIQUE (dataset_id, kind, entry)
);
