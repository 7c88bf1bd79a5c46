/** The first start of an installation. */
@NullMarked
package dev.roster.application.instance;

import org.jspecify.annotations.NullMarked;
