/** What may depend on what, and proof that each rule can fail. */
@NullMarked
package dev.roster.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
