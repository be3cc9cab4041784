import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../shared/language.ts'
import { understandExact } from './understand-exact.ts'

const kindOf = (text: string, ...expected: Language[]) => understandExact(text, expected).kind

describe('an exact answer', () => {
  test.each([
    ['en', 'Yes, thank you!', 'confirm'],
    ['en', 'I’ll be there 👍', 'confirm'],
    ['en', 'Reschedule please', 'reschedule'],
    ['en', 'CANCEL', 'cancel'],
    ['en', 'undo', 'undo'],
    ['en', 'please stop', 'opt-out'],
    ['en', 'START', 'opt-in'],
    ['es', 'Sí, gracias', 'confirm'],
    ['es', 'siiii', 'confirm'],
    ['es', 'Hola, buenos días. Confirmo', 'confirm'],
    ['es', 'otro día, por favor', 'reschedule'],
    ['es', 'Cancelar mi cita', 'cancel'],
    ['es', 'Deshacer', 'undo'],
    ['es', 'Baja.', 'opt-out'],
    ['es', 'No más mensajes', 'opt-out'],
    ['es', 'ALTA', 'opt-in-again'],
    ['pt-BR', 'Sim!!', 'confirm'],
    ['pt-BR', 'Confirmo, obrigada', 'confirm'],
    ['pt-BR', 'Remarcar', 'reschedule'],
    ['pt-BR', 'quero desmarcar', 'cancel'],
    ['pt-BR', 'desfazer', 'undo'],
    ['pt-BR', 'SAIR', 'opt-out'],
    ['pt-BR', 'Voltar', 'opt-in-again'],
    ['hi', 'हाँ जी', 'confirm'],
    ['hi', 'haan ji', 'confirm'],
    ['hi', 'ठीक है', 'confirm'],
    ['hi', 'समय बदलें', 'reschedule'],
    ['hi', 'time change karo', 'reschedule'],
    ['hi', 'रद्द करें', 'cancel'],
    ['hi', 'cancel kar do', 'cancel'],
    ['hi', 'वापस लें', 'undo'],
    ['hi', 'बंद करो', 'opt-out'],
    ['hi', 'BAND KARO', 'opt-out'],
    ['hi', 'शुरू करें', 'opt-in'],
    ['ar', 'نَعَم', 'confirm'],
    ['ar', 'نعم شكرًا', 'confirm'],
    ['ar', 'تـأكـيـد', 'confirm'],
    ['ar', 'na3am', 'confirm'],
    ['ar', 'تغيير الموعد', 'reschedule'],
    ['ar', 'الغاء', 'cancel'],
    ['ar', 'إلغاء الموعد', 'cancel'],
    ['ar', 'تراجع', 'undo'],
    ['ar', '«إيقاف»', 'opt-out'],
    ['ar', 'الغاء الاشتراك', 'opt-out'],
    ['ar', 'ابدا', 'opt-in'],
    ['id', 'Ya', 'confirm'],
    ['id', 'Saya akan datang, terima kasih', 'confirm'],
    ['id', 'ganti jadwal', 'reschedule'],
    ['id', 'batal', 'cancel'],
    ['id', 'urungkan', 'undo'],
    ['id', 'Berhenti', 'opt-out'],
    ['id', 'mulai', 'opt-in-again'],
    ['fr', 'Oui, je confirme', 'confirm'],
    ['fr', "D'accord, merci", 'confirm'],
    ['fr', 'déplacer', 'reschedule'],
    ['fr', "J'annule", 'cancel'],
    ['fr', 'Rétablir', 'undo'],
    ['fr', 'ARRÊT', 'opt-out'],
    ['fr', 'arret svp', 'opt-out'],
    ['fr', 'Reprendre', 'opt-in'],
    ['de', 'Ja, danke', 'confirm'],
    ['de', 'Bestätigen', 'confirm'],
    ['de', 'bitte verschieben', 'reschedule'],
    ['de', 'Termin absagen', 'cancel'],
    ['de', 'Rückgängig machen', 'undo'],
    ['de', 'STOPP', 'opt-out'],
    ['de', 'abmelden', 'opt-out'],
    ['de', 'Start', 'opt-in'],
  ] as const)('in %s, %j means %s', (language, text, kind) => {
    expect(kindOf(text, language)).toBe(kind)
  })

  test.each([
    ['yes but later', 'words beside the answer'],
    ['I will not come', 'a denial'],
    ['no', 'another day, or not at all? a person asks'],
    ['cancel or move', 'two answers'],
    ['cancelled?', 'a question'],
    ['Stop?', 'a question'],
    ['¿confirmar?', 'a question'],
    ['نعم؟', 'a question'],
    ['yes 👎', 'the hand says no'],
    ['thank you', 'polite, and nothing else'],
    ['please please', 'polite, and nothing else'],
    ['🙏', 'polite, and nothing else'],
    ['❤️', 'no answer'],
    ['🙏😊', 'the same'],
    ['👍👎', 'both'],
    ['', 'nothing'],
    ['   ', 'nothing'],
    ['…', 'nothing'],
    ['0', 'no choice begins at nought'],
    ['11', 'no list is so long'],
    ['2026', 'a year'],
    ['10:30', 'a time'],
    ['24/11', 'a date'],
    ['1 2', 'two numbers'],
    ['-', 'nothing'],
    [`yes${' '.repeat(200)}`, 'too long to be an exact answer'],
  ])('%j is none: %s', (text) => {
    for (const language of LANGUAGES) expect(kindOf(text, language, 'en')).toBe('none')
  })

  test.each(['👍', '👍🏿', '👍👍', '👌', '✅', '✔️', '☑️', ' 👍 '])('%j alone is yes in every language', (gesture) => {
    for (const language of LANGUAGES) expect(kindOf(gesture, language)).toBe('confirm')
    expect(kindOf(gesture)).toBe('confirm')
  })

  test('may be as long as 120 characters', () => {
    expect(kindOf('yes'.padEnd(120), 'en')).toBe('confirm')
    expect(kindOf('yes'.padEnd(121), 'en')).toBe('none')
  })

  test.each(['👍🙏', '🙏👍🏾', '👍 😊', '✅❤️'])('%j is yes, kindly said', (gesture) => {
    for (const language of LANGUAGES) expect(kindOf(gesture, language)).toBe('confirm')
  })

  test('may begin with a courtesy that begins with another', () => {
    expect(kindOf('Thank you very much, I confirm', 'en')).toBe('confirm')
    expect(kindOf('السلام عليكم ورحمة الله وبركاته، نعم', 'ar')).toBe('confirm')
  })

  test('may be polite in another language', () => {
    expect(kindOf('confirmo, thanks', 'es')).toBe('confirm')
    expect(kindOf('danke stop merci')).toBe('opt-out')
  })

  test('a denying emoji beside an order changes nothing', () => {
    expect(kindOf('cancel ❌', 'en')).toBe('cancel')
    expect(kindOf('STOP 🛑', 'en')).toBe('opt-out')
  })

  test('says whose words they were', () => {
    expect(understandExact('sim', ['es', 'pt-BR'])).toEqual({ kind: 'confirm', language: 'pt-BR' })
    expect(understandExact('stop', ['hi'])).toEqual({ kind: 'opt-out', language: 'en' })
    expect(understandExact('confirmar', ['pt-BR', 'es'])).toEqual({ kind: 'confirm', language: 'pt-BR' })
    expect(understandExact('confirmar', ['es', 'pt-BR'])).toEqual({ kind: 'confirm', language: 'es' })
  })

  test('understands words of one meaning without knowing the language', () => {
    expect(kindOf('annuler')).toBe('cancel')
    expect(kindOf('confirmo, por favor')).toBe('confirm')
    expect(kindOf('ja')).toBe('none')
    expect(kindOf('ya')).toBe('none')
  })
})

describe('a number', () => {
  test.each([
    '2',
    ' 2 ',
    '2.',
    '2)',
    '(2)',
    '#2',
    '*2*',
    '２',
    '٢',
    '۲',
    '२',
    '2️⃣',
    '②',
    'Option 2',
    'opción 2',
    'número 2',
    'رقم 2',
  ])('%j chooses the second', (text) => {
    expect(understandExact(text, [])).toEqual({ kind: 'choice', n: 2 })
  })

  test.each([
    ['two', 'en', 2],
    ['Tres, por favor', 'es', 3],
    ['um', 'pt-BR', 1],
    ['दो', 'hi', 2],
    ['do', 'hi', 2],
    ['واحد', 'ar', 1],
    ['tiga', 'id', 3],
    ['deux', 'fr', 2],
    ['fünf', 'de', 5],
  ] as const)('%j in %s chooses %i', (text, language, n) => {
    expect(understandExact(text, [language])).toEqual({ kind: 'choice', n, language })
    expect(kindOf(text)).toBe('none')
  })

  test('from 1 to 10 chooses, however it is dressed', () => {
    const dress = fc.constantFrom('', ' ', '.', ')', '!', '\u200f', ' please', ' 🙂')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), dress, (n, end) => {
        expect(understandExact(`${n}${end}`, ['en'])).toEqual({ kind: 'choice', n })
      }),
    )
  })
})

describe('whatever arrives', () => {
  test('gets an answer, and the same one twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.subarray([...LANGUAGES]), (text, expected) => {
        expect(understandExact(text, expected)).toEqual(understandExact(text, expected))
      }),
    )
  })

  test('a question is never an order', () => {
    const word = fc.constantFrom('stop', 'yes', 'cancel', '1', 'confirmar', 'batal', 'नहीं', 'نعم', '👍')
    fc.assert(
      fc.property(word, fc.constantFrom('?', '؟', '？', '❓'), fc.subarray([...LANGUAGES]), (text, mark, expected) => {
        expect(understandExact(`${text}${mark}`, expected)).toEqual({ kind: 'none' })
        expect(understandExact(`${mark} ${text}`, expected)).toEqual({ kind: 'none' })
      }),
    )
  })

  test('more words than an exact answer has make it none', () => {
    const word = fc.constantFrom('stop', 'yes', 'cancel', 'confirmo', 'annuler', 'نعم', 'रद्द')
    fc.assert(
      fc.property(word, fc.constantFrom('because', 'tomorrow', 'mañana', 'जब', 'لأن'), (text, more) => {
        expect(kindOf(`${text} ${more}`, ...LANGUAGES)).toBe('none')
      }),
    )
  })
})
