/** The wire of Arize's Python SDK, version 8: users, organizations, spaces, roles, role bindings, keys and restrictions. */
@NullMarked
package dev.roster.http.arize;

import org.jspecify.annotations.NullMarked;
