/** The audit trail's face: where deeds come from, the admin's page and everybody's own. */
@NullMarked
package org.threeshift.web.audit;

import org.jspecify.annotations.NullMarked;
