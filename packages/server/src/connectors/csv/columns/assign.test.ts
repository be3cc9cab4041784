import { describe, expect, test } from 'vitest'
import { readAppointmentFile } from '../read-appointment-file.ts'

const HERE = { country: 'US', zone: 'America/New_York', today: '2026-11-22' }

/** Which heading each field was read from. */
async function columnsOf(...lines: string[]) {
  const file = await readAppointmentFile(Buffer.from(`${lines.join('\n')}\n`), HERE)
  return file.reading.columns
}

describe('columns are found by what their headings mean and their values can be', () => {
  test('"Paciente" over numbers is the number of the patient', async () => {
    expect(
      await columnsOf('ID,Paciente,Nombre,Celular,Inicio', '1,410,Nora Quist,2125550171,2027-02-16 08:45'),
    ).toMatchObject({ patientExternalId: 'Paciente', name: 'Nombre' })
  })

  test('our own names of the fields are headings too, in either spelling', async () => {
    const fields = {
      externalId: 'V-1', patientExternalId: 'P-9', given: 'Nora', family: 'Quist', phoneE164: '+12125550171',
      startLocal: '2027-02-16T08:45', zone: 'America/Chicago', durationMin: '30', status: 'booked', practitioner: 'Dr Ode',
      service: 'Check-up', site: 'North', language: 'en', consent: 'yes',
    } // prettier-ignore
    const values = Object.values(fields).join(',')
    const ours = { externalId: 0, patientExternalId: 1, given: 2, family: 3, phone: 4, start: 5, zone: 6, duration: 7, status: 8, practitioner: 9, service: 10, site: 11, language: 12, consent: 13 } // prettier-ignore
    const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    for (const headings of [Object.keys(fields), Object.keys(fields).map(snake)]) {
      const expected = Object.fromEntries(Object.entries(ours).map(([field, at]) => [field, headings[at]]))
      expect(await columnsOf(headings.join(','), values)).toEqual(expected)
    }
  })

  test('"Name" beside "Surname" is the given name, beside "Vorname" the family name, alone the whole', async () => {
    expect(await columnsOf('Name,Surname,Phone,Start', 'Nora,Quist,2125550171,2027-02-16 08:45')).toMatchObject({
      given: 'Name',
      family: 'Surname',
    })
    expect(await columnsOf('Name,Vorname,Phone,Start', 'Quist,Nora,2125550171,2027-02-16 08:45')).toMatchObject({
      given: 'Vorname',
      family: 'Name',
    })
    expect(await columnsOf('Name,Phone,Start', 'Nora Quist,2125550171,2027-02-16 08:45')).toMatchObject({
      name: 'Name',
    })
    expect(
      await columnsOf('Full Name,Surname,Phone,Start', 'Nora Quist,Quist,2125550171,2027-02-16 08:45'),
    ).toMatchObject({ name: 'Full Name' })
  })

  test('"Start" over hours alone is the time, "Date" over hours and days is the start', async () => {
    expect(await columnsOf('ID,Patient,Phone,Date,Start', '1,Nora Quist,2125550171,02/16/2027,8:45 AM')).toMatchObject({
      date: 'Date',
      time: 'Start',
    })
    expect(await columnsOf('ID,Patient,Phone,Date', '1,Nora Quist,2125550171,02/16/2027 8:45 AM')).toMatchObject({
      start: 'Date',
    })
  })

  test('a place in the house is no site where the site is named', async () => {
    expect(
      await columnsOf('ID,Patient,Phone,Start,Room,Location', '1,Nora Quist,2125550171,2027-02-16 08:45,4,North'),
    ).toMatchObject({ site: 'Location' })
  })

  test('the number of an appointment goes before a bare "ID"', async () => {
    expect(
      await columnsOf('ID,Appointment Number,Patient,Phone,Start', '9,8801,Nora Quist,2125550171,2027-02-16 08:45'),
    ).toMatchObject({ externalId: 'Appointment Number' })
  })

  test('an animal’s owner is the person to write to', async () => {
    expect(
      await columnsOf(
        'AppointmentId,ClientAccountId,PatientAccountId,StartDateTime,Phone',
        '8801,410,77,2027-02-16 08:45,2125550171',
      ),
    ).toMatchObject({ patientExternalId: 'ClientAccountId' })
  })

  test('headings may be joined, abbreviated, shouted and numbered', async () => {
    expect(await columnsOf('APPT_NO;PatientFullName;Patient Mobile Tel. No;ApptDateTime;ProviderName', 'x1;Nora Quist;2125550171;2027-02-16 08:45;Dr. Holm')).toEqual({
      externalId: 'APPT_NO', name: 'PatientFullName', phone: 'Patient Mobile Tel. No', start: 'ApptDateTime', practitioner: 'ProviderName',
    }) // prettier-ignore
  })
})
