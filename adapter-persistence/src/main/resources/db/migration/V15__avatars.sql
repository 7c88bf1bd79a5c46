-- PNGs that Roster wrote itself.
CREATE TABLE avatars (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id),
    png ${bytes} NOT NULL
);
