import { DEMO_SITES } from './demo-people.ts'
import { demoPatients } from './demo-book.ts'
import { createPhonesControl } from './phones-control.ts'

/** Personas of the simulator that make the demo's book lively; everybody else reads and answers when you do it for them. */
const PERSONAS: Readonly<Record<number, string>> = { 3: 'reads-late', 6: 'never-reads', 9: 'not-on-whatsapp' }

/** Gives the demo's patients their phones in the simulator. */
export async function showDemoPhones(url: string): Promise<void> {
  const phones = createPhonesControl(url)
  for (const [siteIndex, site] of DEMO_SITES.entries()) {
    for (const [index, patient] of demoPatients(site, siteIndex).entries()) {
      if (index % 8 === 5) continue // shares the phone of the one before
      await phones.name(patient.phone, { name: `${patient.given} ${patient.family}`, language: patient.language })
      const persona = PERSONAS[index % 12]
      if (persona !== undefined) await phones.persona(patient.phone, persona)
    }
  }
}
