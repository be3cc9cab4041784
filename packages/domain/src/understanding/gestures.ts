/** Emoji that mean yes by themselves: thumb, OK hand, check marks. */
const YES = /^(?:[👍👌✅✔✓☑🆗]|\s)+$/u
/** Emoji that thank or smile: beside a thumb they are courtesies, alone they answer nothing. */
const KIND = /[🙏😊🙂😀😃😄😁☺❤💚💙🌹🌷💐]/gu
const SKIN_AND_STYLE = /[\p{Emoji_Modifier}\p{Default_Ignorable_Code_Point}]/gu
/** Emoji that deny: beside a word of consent they leave the answer open. */
const NO = /[👎❌✖🚫⛔🛑🙅]/u

export const isYesGesture = (text: string): boolean =>
  YES.test(text.replaceAll(SKIN_AND_STYLE, '').replaceAll(KIND, '').trim())
export const hasNoGesture = (text: string): boolean => NO.test(text)

/** Question marks of our scripts. A question is never an order: "cancelled?" wants to know. */
export const isQuestion = (text: string): boolean => /[?؟？⁇⁈⁉¿❓❔]/u.test(text)
