/** The wire of Label Studio's Python SDK and of its legacy client: people, organizations, invites and tokens. */
@NullMarked
package dev.roster.http.labelstudio;

import org.jspecify.annotations.NullMarked;
