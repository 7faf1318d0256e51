/*
 * refusal.h
 *    How a refusal shows the place in a literal that it refuses.
 */
#ifndef WELFARE_REFUSAL_H
#define WELFARE_REFUSAL_H

#include "welfare.h"

/*
 * What stands at a place, for a message: quoted and cut where it is long, by its
 * code where a reader could not see it, in words at the end of the text
 * (length 0). Palloc'd.
 */
extern char *refusal_found(const char *found, int length);

#endif /* WELFARE_REFUSAL_H */
