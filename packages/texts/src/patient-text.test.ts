import { describe, expect, test } from 'vitest'
import { PATIENT_LANGUAGES, type PatientLanguage } from './languages.ts'
import { paramNames, parseMessage } from './message.ts'
import { patientTexts, text, type PatientKey } from './patient-text.ts'
import { templateDefinitions } from './templates/template-text.ts'

const { keys, source } = patientTexts
const all = PATIENT_LANGUAGES.flatMap((language) =>
  keys.map((key) => ({ language, key, words: source(language, key) })),
)
const templateWords = templateDefinitions().flatMap(({ language, name, body, footer }) => [
  { language, key: name, words: body },
  { language, key: `${name} footer`, words: footer },
])
const everything: readonly { language: PatientLanguage; key: string; words: string }[] = [...all, ...templateWords]
const offending = (wrong: RegExp, language?: PatientLanguage) =>
  everything
    .filter((one) => language === undefined || one.language === language)
    .filter(({ words }) => wrong.test(words))
    .map((one) => `${one.language} ${one.key}: ${one.words}`)
const characters = (words: string): number => Array.from(words).length
const isTitle = (key: PatientKey): boolean => key.startsWith('option.') || key.startsWith('list.')

describe('the patients’ texts', () => {
  test('ask for the same parameters in every language', () => {
    const different = all.filter(
      ({ key, words }) => paramNames(parseMessage(words)).join() !== paramNames(parseMessage(source('en', key))).join(),
    )
    expect(different).toEqual([])
  })

  test('have every branch of a choice in every language', () => {
    const branchesOf = (words: string) =>
      parseMessage(words).flatMap((part) => (part.kind === 'select' ? [...part.branches.keys()] : []))
    for (const { key, words } of all) expect(branchesOf(words)).toEqual(branchesOf(source('en', key)))
  })

  test('on buttons fit a button: 20 characters', () => {
    const long = all.filter(({ key, words }) => isTitle(key) && characters(words) > 20)
    expect(long).toEqual([])
  })

  test.each(PATIENT_LANGUAGES)('that stand side by side on buttons differ, in %s', (language) => {
    const groups: readonly (readonly PatientKey[])[] = [
      ['option.confirm', 'option.reschedule', 'option.cancel'],
      ['option.undo', 'option.another-time', 'option.talk-to-us'],
      ['option.undo', 'option.another-time', ...keys.filter((key) => key.startsWith('option.reason.'))],
      ['option.more-times', 'option.talk-to-us', 'option.keep'],
      ['option.all-visits', 'option.talk-to-us'],
      ['option.confirm-all', 'option.change-one'],
      ['option.all-well', 'option.ask-question'],
      keys.filter((key) => key.startsWith('option.preference.')),
    ]
    for (const group of groups) expect(new Set(group.map((key) => source(language, key))).size).toBe(group.length)
  })

  test('fit one message with room for what they name', () => {
    expect(all.filter(({ words }) => characters(words) > 900)).toEqual([])
  })

  test('are translated: no text of another language is the English one, but for words that both have', () => {
    const same = all.filter(({ language, key, words }) => language !== 'en' && words === source('en', key))
    expect(same).toEqual([])
  })

  test('are honest about their review', () => {
    expect(PATIENT_LANGUAGES.filter((language) => patientTexts.reviewState(language) === 'reviewed')).toEqual(['en'])
  })

  test('are filled in every language', () => {
    expect(text('ar', 'reply.confirmed', { when: '24 نوفمبر' })).toBe('شكرًا. تم تأكيد موعدكم: \u206824 نوفمبر\u2069.')
    expect(text('pt-BR', 'reply.not-a-choice', { count: 4 })).toContain('1 a 4')
    expect(text('de', 'reply.handed-to-staff', { after: 'voice' })).toContain('Sprachnachrichten')
    expect(text('fr', 'reply.which-visit', { purpose: 'cancel' })).toContain('annuler')
  })
})

describe('the way the texts are written', () => {
  test('has no double spaces, no spaces at the ends and no straight quotation marks', () => {
    expect(offending(/ {2}|^\s|\s$|"|[a-zé]'[a-zé]/i)).toEqual([])
  })

  test('has no emoji and no shouting, but for the words to reply with', () => {
    const shouted =
      /\b(?!STOP\b|STOPP\b|START\b|BAJA\b|ALTA\b|SAIR\b|VOLTAR\b|MULAI\b|BERHENTI\b|REPRENDRE\b)\p{Lu}{4,}\b/u
    expect(offending(/\p{Extended_Pictographic}/u)).toEqual([])
    expect(offending(shouted)).toEqual([])
  })

  test('needs nobody’s gender', () => {
    expect(
      offending(/\bobrigad[oa]\b|\bestimad[oa]\b|\b[oa]\(a\)|[oa]\/[oa]\b|\(e\)|\bbem-vind[oa]\b|\bbienvenid[oa]\b/i),
    ).toEqual([])
    expect(offending(/(?:ूँगा|ूँगी|आप (?!सब)[^।?]*(?:ते हैं|ती हैं|एँगे|ेंगे|एँगी|ेंगी))/u, 'hi')).toEqual([])
    expect(offending(/(?<!\p{L})(?:تريد|ترغب|تختار|أنتِ|اختر|اكتب|أرسل|اضغط)(?!\p{L})|تريدون|تختاروا/u, 'ar')).toEqual(
      [],
    )
  })

  test('says nothing about departments or illness', () => {
    const clinical =
      /oncolog|onkolog|hiv|sida|cancer|cáncer|câncer|krebs|psychiat|psiqui|psicol|fertil|diagnos|diagnóst|specialt|especialid|spécial|फर्टिल|कैंसर|سرطان|نفسي|تشخيص|kanker|penyakit|illness|disease|enfermedad|doença|maladie|krankheit/i
    expect(offending(clinical)).toEqual([])
  })

  test('ends Hindi sentences with a danda and never with a full stop', () => {
    expect(offending(/[\u0900-\u097f]\./u, 'hi')).toEqual([])
  })

  test('uses the Arabic comma, semicolon and question mark, and no marks that the mechanism adds', () => {
    expect(offending(/[,;?]/, 'ar').filter((one) => !/\{\w+, (?:select|plural)/.test(one))).toEqual([])
    expect(offending(/[\u200e\u200f\u2066-\u2069]/u)).toEqual([])
  })

  test('keeps French punctuation on the line of its word', () => {
    expect(offending(/[^\u00a0\d][:?!;](?:\s|\}|$)/u, 'fr')).toEqual([])
  })

  test('opens what Spanish has to open', () => {
    const unopened = everything.filter(
      ({ language, words }) =>
        language === 'es' &&
        (words.split('?').length !== words.split('¿').length || words.includes('!') !== words.includes('¡')),
    )
    expect(unopened).toEqual([])
  })

  test('keeps sentences short: 24 words at most, numbers and parameters among them', () => {
    const long = everything.flatMap(({ language, key, words }) =>
      words
        .split(/[.?!।؟\n:{}]+\s*/u)
        .filter((sentence) => sentence.split(/\s+/).length > 24)
        .map((sentence) => `${language} ${key}: ${sentence}`),
    )
    expect(long).toEqual([])
  })
})
