import { expect, test } from 'vitest'
import { sniff } from './sniff.ts'

const kindOf = (bytes: Uint8Array) => sniff(bytes, bytes.length)

test('text is text and a workbook a workbook, whatever the file is called', () => {
  expect(kindOf(Buffer.from('id,name\n1,Zoë\n'))).toBe('text')
  expect(kindOf(Buffer.from('id,name\n', 'utf16le'))).toBe('text')
  expect(kindOf(Buffer.from('PK\x03\x04rest', 'latin1'))).toBe('workbook')
})

test.each([
  ['not_text.rtf', '{\\rtf1\\ansi'],
  ['not_text.xls', '\xd0\xcf\x11\xe0\xa1\xb1'],
  ['not_text.pdf', '%PDF-1.7'],
  ['not_text.utf32', '\xff\xfe\0\0i\0\0\0'],
  ['not_text.gzip', '\x1f\x8b\x08'],
  ['not_text.image', '\x89PNG\r\n'],
  ['not_text.html', '\n <TABLE border=1>'],
  ['not_text.xml', '<?xml version="1.0"?>'],
  ['not_text.json', '[\n  {"id": 1}]'],
  ['not_text.calendar', 'BEGIN:VCALENDAR'],
  ['not_text.binary', 'id,name\0\x01\x02'],
  ['empty', ''],
])('%s is refused with what to do about it', (reason, text) => {
  expect(() => kindOf(Buffer.from(text, 'latin1'))).toThrow(
    expect.objectContaining({ code: 'unreadable', details: { reason } }),
  )
})
