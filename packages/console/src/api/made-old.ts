/** What a change makes old here at once, by the change; live events say the rest to the other desks. */
export const AFTER_VISIT = ['appointment', 'timeline', 'book', 'overview', 'changes', 'conversation'] as const
export const AFTER_HOURS = ['hours', 'practitioners', 'book', 'overview', 'slots'] as const
export const AFTER_TALK = ['conversation', 'conversations', 'overview'] as const
