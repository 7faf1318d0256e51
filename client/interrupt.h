/*
 * interrupt.h
 *    Ctrl-C and its kin, taken only where the program waits.
 */
#ifndef CLIENT_INTERRUPT_H
#define CLIENT_INTERRUPT_H

void interrupt_watch(void);
int interrupt_count(void);
int interrupt_wait(int descriptor, short events, int milliseconds);
void interrupt_pass_on(void);

#endif /* CLIENT_INTERRUPT_H */
