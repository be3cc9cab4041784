import type { Template } from './template.ts'

/** Templates of all accounts: by id, and by account, name and language. */
export class TemplateStore {
  readonly #byId = new Map<string, Template>()
  readonly #byKey = new Map<string, Template>()

  add(template: Template): void {
    this.#byId.set(template.id, template)
    this.#byKey.set(keyOf(template.wabaId, template.name, template.language), template)
  }

  byId(id: string): Template | undefined {
    return this.#byId.get(id)
  }

  find(wabaId: string, name: string, language: string): Template | undefined {
    return this.#byKey.get(keyOf(wabaId, name, language))
  }

  of(wabaId: string): Template[] {
    return [...this.#byId.values()].filter((template) => template.wabaId === wabaId)
  }

  all(): Iterable<Template> {
    return this.#byId.values()
  }

  delete(template: Template): void {
    this.#byId.delete(template.id)
    this.#byKey.delete(keyOf(template.wabaId, template.name, template.language))
  }

  clear(): void {
    this.#byId.clear()
    this.#byKey.clear()
  }
}

function keyOf(wabaId: string, name: string, language: string): string {
  return `${wabaId} ${name} ${language}`
}
