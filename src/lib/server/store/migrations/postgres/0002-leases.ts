/**
 * Who owns which workshop, in PostgreSQL. Each process that runs is a node with one row that it renews;
 * the leases on workshops hang on it, so that ten thousand of them cost one write per renewal and not
 * ten thousand. Epochs come from one sequence and never come back, also not after a lease is removed.
 *
 * The unique epoch is more than tidiness: writers hold a lease with `FOR KEY SHARE`, which lets it be
 * read and renewed, and which only a change of a unique column has to wait for.
 */
export const leases = `
CREATE TABLE nodes (
	node text PRIMARY KEY,
	address text NOT NULL,
	secret text NOT NULL,
	until timestamptz NOT NULL
);
CREATE SEQUENCE lease_epochs;
CREATE TABLE room_lease (
	workshop_id text PRIMARY KEY REFERENCES workshops (id) ON DELETE CASCADE,
	epoch bigint NOT NULL UNIQUE DEFAULT nextval('lease_epochs'),
	node text NOT NULL REFERENCES nodes (node) ON DELETE CASCADE
);
CREATE INDEX room_lease_by_node ON room_lease (node);
`;
