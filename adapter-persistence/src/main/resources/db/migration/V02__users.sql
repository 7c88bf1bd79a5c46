CREATE TABLE users (
    number ${identity},
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    username TEXT NOT NULL,
    username_key TEXT NOT NULL,
    email TEXT,
    email_key TEXT,
    first_name TEXT NOT NULL,
    last_name TEXT,
    display_name TEXT,
    role_id TEXT NOT NULL REFERENCES roles (id),
    status TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    CONSTRAINT users_id UNIQUE (id)
);

CREATE INDEX users_by_role ON users (role_id, number);
CREATE INDEX users_by_status ON users (status, number);

-- What users log in with, usernames and e-mails in one name space. A deleted user has no rows here.
CREATE TABLE logins (
    name_key TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id)
);

CREATE INDEX logins_by_user ON logins (user_id);
