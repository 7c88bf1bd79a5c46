/** Tests of the Label Studio dialect over a real port. */
@NullMarked
package dev.roster.http.labelstudio;

import org.jspecify.annotations.NullMarked;
