@NullMarked
package dev.roster.application.declaration;

import org.jspecify.annotations.NullMarked;
