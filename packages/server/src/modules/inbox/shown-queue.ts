import { sql } from 'kysely'

/**
 * The queue that staff see, of a conversation `k`. After an answer of ours it waits for the patient; when the patient has
 * written again, whoever took it on has to answer.
 */
export const SHOWN_QUEUE = sql.raw(
  `case when k.queue = 'waiting' and k.waiting_since is not null then 'unanswered' else k.queue end`,
)
