-- How the secret of a key is written: random, or signed.
ALTER TABLE api_keys ADD COLUMN form TEXT NOT NULL DEFAULT 'random';
