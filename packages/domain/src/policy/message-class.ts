/** What a message that we begin is for its hours and its caps. Replies and safety have neither. */
export const MESSAGE_CLASSES = ['reminder', 'notice', 'follow-up', 'campaign'] as const
export type MessageClass = (typeof MESSAGE_CLASSES)[number]
