import { describe, expect, test } from 'vitest'
import type { AppointmentRow, ReadOptions } from './file-reading.ts'
import { readAppointmentFile } from './read-appointment-file.ts'

const HERE = { country: 'US', zone: 'America/New_York', today: '2026-11-22' }

async function read(text: string, options: ReadOptions = HERE) {
  const file = await readAppointmentFile(Buffer.from(text), options)
  const rows: AppointmentRow[] = []
  for await (const batch of file.records()) rows.push(...batch.rows)
  return { ...file, rows, asked: file.questions.map(({ about }) => about) }
}

const EARLY =
  'id,name,phone,date,time\n1,Nora Quist,2125550171,05/02/2027,09:30\n2,Ed McTest,3055550172,07/06/2027,16:00\n'

describe('the order of day and month', () => {
  test('is asked where no day is above 12, whatever the country', async () => {
    const { questions } = await read(EARLY)
    expect(questions).toEqual([
      { about: 'dateOrder', options: ['DD/MM/YYYY', 'MM/DD/YYYY'], evidence: expect.stringContaining('05/02/2027') },
    ])
  })

  test.each([
    ['DD/MM/YYYY', '2027-02-05T09:30:00'],
    ['MM/DD/YYYY', '2027-05-02T09:30:00'],
  ])('answered as %s is read so', async (answer, startLocal) => {
    const { asked, rows } = await read(EARLY, { ...HERE, answers: { dateOrder: answer } })
    expect(asked).toEqual([])
    expect(rows[0]?.startLocal).toBe(startLocal)
  })

  test('that a file proved answers for the next file of the source', async () => {
    const proven = await read('id,name,phone,date,time\n1,Nora Quist,2125550171,19/02/2027,16:30\n')
    const { asked, rows } = await read(EARLY, { ...HERE, mapping: proven.mapping })
    expect(asked).toEqual([])
    expect(rows[0]?.startLocal).toBe('2027-02-05T09:30:00')
  })

  test('that an old answer says loses to what the values prove', async () => {
    const { rows } = await read('id,name,phone,date,time\n1,Nora Quist,2125550171,02/19/2027,16:30\n', {
      ...HERE,
      answers: { dateOrder: 'DD/MM/YYYY' },
    })
    expect(rows[0]?.date).toBe('2027-02-19')
  })

  test('is asked again where dates that read the same both ways were all there was', async () => {
    const alike = await read('id,name,phone,date,time\n1,Nora Quist,2125550171,05/05/2027,16:30\n')
    expect(alike.rows[0]?.date).toBe('2027-05-05')
    expect((await read(EARLY, { ...HERE, mapping: alike.mapping })).asked).toEqual(['dateOrder'])
  })

  test('is asked, not refused, where one slip stands against many rows', async () => {
    const many = Array.from({ length: 40 }, (_, at) => `${at},Nora Quist,2125550171,${13 + (at % 15)}/02/2027,09:30`)
    const text = ['id,name,phone,date,time', ...many, '99,Ed McTest,3055550172,02/19/2027,16:00'].join('\n')
    expect((await read(text)).asked).toEqual(['dateOrder'])
    const answered = await read(text, { ...HERE, answers: { dateOrder: 'DD/MM/YYYY' } })
    expect(answered.rows).toHaveLength(40)
  })
})

describe('other things that would change time, identity, phone or status', () => {
  test('the afternoon, where no hour is above 12 and none says pm', async () => {
    const text =
      'id,name,phone,date,time\n1,Nora Quist,2125550171,02/19/2027,9:30\n2,Ed McTest,3055550172,02/19/2027,1:15\n'
    const { questions, rows } = await read(text)
    expect(questions[0]).toMatchObject({ about: 'timeClock', evidence: expect.stringContaining('line 3') })
    expect(rows.map(({ startLocal }) => startLocal)).toEqual(['2027-02-19T09:30:00', undefined])
    const answered = await read(text, { ...HERE, answers: { timeClock: questions[0]?.options[1] ?? '' } })
    expect(answered.rows.map(({ startLocal }) => startLocal)).toEqual(['2027-02-19T09:30:00', '2027-02-19T13:15:00'])
  })

  test('the zone and the country, where nobody said', async () => {
    const text = 'id,name,phone,start\n1,Nora Quist,2125550171,2027-02-16 08:45\n'
    const open = await read(text, { today: '2026-11-22' })
    expect(open.asked).toEqual(['country', 'zone'])
    expect(open.rows[0]).toMatchObject({ startLocal: '2027-02-16T08:45:00', phoneE164: null })
    expect(open.rows[0]?.utc).toBeUndefined()
    const answered = await read(text, { today: '2026-11-22', answers: { country: 'US', zone: 'America/Chicago' } })
    expect(answered.asked).toEqual([])
    expect(answered.rows[0]).toMatchObject({ utc: '2027-02-16T14:45:00Z', phoneE164: '+12125550171' })
  })

  test('not the zone of a country that has one', async () => {
    const { asked, rows } = await read('id,name,phone,start\n1,Nora Quist,0501234567,2027-02-16 08:45\n', {
      country: 'AE',
    })
    expect(asked).toEqual([])
    expect(rows[0]).toMatchObject({ zone: 'Asia/Dubai', utc: '2027-02-16T04:45:00Z' })
  })

  test('a number that repeats with other dates: is it the appointment or the patient?', async () => {
    const text =
      'ID,Name,Phone,Date,Time\n7,Nora Quist,2125550171,02/16/2027,9:30 AM\n7,Nora Quist,2125550171,02/23/2027,9:30 AM\n'
    const open = await read(text)
    expect(open.asked).toEqual(['externalId'])
    expect(new Set(open.rows.map(({ key }) => key)).size).toBe(2)
    const answered = await read(text, { ...HERE, answers: { externalId: 'it does not number appointments' } })
    expect(answered.asked).toEqual([])
    expect(answered.rows.map(({ externalId }) => externalId)).toEqual([undefined, undefined])
  })

  test('a status word that systems use in two ways', async () => {
    const text =
      'id,name,phone,start,status\n1,Nora Quist,2125550171,2027-02-16 08:45,Booked\n2,Ed McTest,3055550172,2027-02-16 09:45,Kept\n3,Zoë del Río,4155550173,2027-02-16 10:45,Cancelled\n'
    const open = await read(text)
    expect(open.asked).toEqual(['status:Kept'])
    expect(open.rows.map(({ status }) => status)).toEqual(['booked', 'unmapped', 'cancelled'])
    const answered = await read(text, { ...HERE, answers: { 'status:Kept': 'fulfilled' } })
    expect(answered.rows[1]?.status).toBe('fulfilled')
  })

  test('two columns that may both be the day of the visit', async () => {
    const text =
      'Start Date,Visit Date,Time,Patient,Mobile\n2027-02-16,2027-01-05,09:30,Nora Quist,2125550171\n2027-02-27,2027-01-06,14:05,Ed McTest,3055550172\n'
    const open = await read(text)
    expect(open.asked).toEqual(['column:date'])
    expect(open.rows.map(({ date }) => date)).toEqual([undefined, undefined])
    const answered = await read(text, { ...HERE, answers: { 'column:date': 'Start Date' } })
    expect(answered.rows[0]?.startLocal).toBe('2027-02-16T09:30:00')
  })

  test('not a column of dates that are said to be something else', async () => {
    const text =
      'Appointment Date,Created,DOB,Time,Patient,Mobile\n2027-02-16,2027-01-01,1980-02-03,09:30,Nora Quist,2125550171\n'
    const { asked, rows } = await read(text)
    expect(asked).toEqual([])
    expect(rows[0]).toMatchObject({ date: '2027-02-16', birthDate: '1980-02-03' })
  })

  test('an unknown heading over the only dates', async () => {
    const text =
      'Pat Name,Cell Phone,Zeitpunkt X\nNora Quist,2125550171,2027-02-16 08:45\nEd McTest,3055550172,2027-02-16 15:10\n'
    expect((await read(text)).asked).toEqual(['column:start'])
    expect((await read(text, { ...HERE, answers: { 'column:start': 'Zeitpunkt X' } })).rows[0]?.startLocal).toBe(
      '2027-02-16T08:45:00',
    )
  })
})

test('words for cancelled under a heading that nobody knows still cancel', async () => {
  const text =
    'id,name,phone,start,xyz\n1,Nora Quist,2125550171,2027-02-16 08:45,booked\n2,Ed McTest,3055550172,2027-02-16 15:10,cancelled\n'
  expect((await read(text)).rows.map(({ status }) => status)).toEqual(['booked', 'cancelled'])
})

test('dates that a spreadsheet swapped in part are refused', async () => {
  const text =
    'id,name,phone,date,time\n1,A B,2125550171,2027-02-03,09:30\n2,A B,2125550171,2027-02-04,09:30\n3,A B,2125550171,2027-02-05,09:30\n4,C D,3055550172,19/02/2027,16:00\n'
  await expect(read(text)).rejects.toMatchObject({ details: { reason: 'date.mangled' } })
})

test('a file read twice gives the same keys, and they hide whom they stand for', async () => {
  const text =
    'name,phone,start,doctor\nNora Quist,2125550171,2027-02-16 08:45,Dr. Holm\nNora Quist,2125550171,2027-02-16 16:45,Dr. Holm\n'
  const [first, second] = [await read(text), await read(text)]
  expect(first.rows.map(({ key }) => key)).toEqual(second.rows.map(({ key }) => key))
  expect(new Set(first.rows.map(({ key }) => key)).size).toBe(2)
  expect(first.rows[0]?.key).toMatch(/^h:[\w-]{27}$/)
})

test('a visit moved within its day keeps its key', async () => {
  const at = async (time: string) =>
    (await read(`name,phone,start,doctor\nNora Quist,2125550171,2027-02-16 ${time},Dr. Holm\n`)).rows[0]?.key
  expect(await at('08:45')).toBe(await at('16:45'))
})

test('rows of several sites are read in the zone and country of each', async () => {
  const text =
    'id,name,phone,start,site\n1,Nora Quist,2125550171,2027-02-16 08:45,New York\n2,Íris Falcão,11976540001,2027-02-16 08:45,São Paulo\n'
  const sites = {
    'New York': { zone: 'America/New_York', country: 'US' },
    'São Paulo': { zone: 'America/Sao_Paulo', country: 'BR' },
  }
  const { rows } = await read(text, { sites, today: '2026-11-22' })
  expect(rows.map(({ utc, phoneE164 }) => [utc, phoneE164])).toEqual([
    ['2027-02-16T13:45:00Z', '+12125550171'],
    ['2027-02-16T11:45:00Z', '+5511976540001'],
  ])
})

test('an answer that is none of the options leaves the question open', async () => {
  const wrong = {
    ...HERE,
    answers: { dateOrder: 'yes', timeClock: 'yes', externalId: 'yes', 'column:date': 'yes', 'status:Kept': 'yes' },
  }
  expect((await read(EARLY, wrong)).asked).toEqual(['dateOrder'])
})

test('of several phone columns the mobile comes first, whatever their order', async () => {
  const { rows } = await read(
    'id,name,home phone,phone,mobile tel no,emergency contact phone,start\n1,Nora Quist,2125550101,2125550102,2125550103,2125550104,2027-02-16 08:45\n2,Ed McTest,2125550101,,,2125550104,2027-02-16 08:45\n',
  )
  expect(rows.map(({ phoneE164 }) => phoneE164)).toEqual(['+12125550103', '+12125550101'])
})

test('a Z behind what looks like the clinic’s own hours is asked about', async () => {
  const hours = [8, 9, 10, 11, 14, 15, 16, 17]
  const text = [
    'id,name,phone,start',
    ...hours.map((hour, at) => `${at},Nora Quist,2125550171,2027-02-16T${String(hour).padStart(2, '0')}:30:00Z`),
  ].join('\n')
  const far = { country: 'US', zone: 'America/Los_Angeles', today: '2026-11-22' }
  const open = await read(text, far)
  expect(open.asked).toEqual(['utcTimes'])
  expect(open.rows[0]?.startLocal).toBeUndefined()
  const [utc = '', wall = ''] = open.questions[0]?.options ?? []
  expect((await read(text, { ...far, answers: { utcTimes: utc } })).rows[0]?.startLocal).toBe('2027-02-16T00:30:00')
  expect((await read(text, { ...far, answers: { utcTimes: wall } })).rows[0]?.startLocal).toBe('2027-02-16T08:30:00')
})

test('a day spelled out above its visits is theirs', async () => {
  const { rows } = await read(
    'Time,Patient,Phone\n"Tuesday, February 16, 2027",,\n8:45 AM,Nora Quist,2125550171\n"Saturday, February 27, 2027",,\n2:05 PM,Ed McTest,3055550172\n',
  )
  expect(rows.map(({ startLocal }) => startLocal)).toEqual(['2027-02-16T08:45:00', '2027-02-27T14:05:00'])
})

describe('what was answered for a source is not asked of its next file', () => {
  const head = 'id,name,phone,date,time'
  const visit = '1,Nora Quist,2125550171,2027-02-16,08:45'
  const flagged = `${head},active\n${visit},Yes\n`
  const remarks = Array.from({ length: 30 }, (_, at) => `${visit.replace('1,', `${at + 1},`)},a remark of number ${at}`)

  test.each([
    ['a column that says who is active', flagged, { 'column:status': 'ignore this column' }],
    [
      'a status column full of remarks',
      `${head},status\n${remarks.join('\n')}\n`,
      { 'column:status': 'ignore this column' },
    ],
    [
      'the hour under an unknown heading',
      'id,name,phone,date,slot begins\n' + visit + '\n',
      { 'column:time': 'slot begins' },
    ],
  ])('%s', async (_what, text, answers: Record<string, string>) => {
    expect((await read(text)).asked).toEqual(Object.keys(answers))
    const answered = await read(text, { ...HERE, answers })
    expect(answered.asked).toEqual([])
    const next = await read(text, { ...HERE, mapping: answered.mapping })
    expect(next.asked).toEqual([])
    expect(next.rows).toEqual(answered.rows)
    expect(next.rows[0]).toMatchObject({ startLocal: '2027-02-16T08:45:00', status: 'booked' })
  })
})
