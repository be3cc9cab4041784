/** What a change makes old here at once, by the change; live events say the rest to the other desks. */
export const AFTER_VISIT = ['appointment', 'timeline', 'book', 'overview', 'changes', 'conversation'] as const
