import { textAt } from '../json.ts'
import { nodeOf } from '../graph/template-routes.ts'
import { pauseTemplate, recategorise, setQuality, setTemplateStatus, unpauseTemplate } from '../templates/lifecycle.ts'
import { dropHeld, holdTemplate, releaseTemplate } from '../templates/pacing.ts'
import type { Template } from '../templates/template.ts'
import type { World } from '../world.ts'
import { ControlError } from './refusal.ts'
import type { ControlRoute } from './call.ts'

/** What Meta does to templates by itself, on demand. */
export const templateControls: readonly ControlRoute[] = [
  { method: 'GET', path: 'templates', run: ({ world }) => ({ items: [...world.templates.all()].map(nodeOf) }) },
  {
    method: 'POST',
    path: 'templates/*',
    run: async ({ world, path, readJson }) => {
      const template = world.templates.byId(path[1] ?? '')
      if (!template) throw new ControlError(404, `There is no template ${path[1] ?? ''}.`)
      const action = textAt(await readJson(), 'action') ?? ''
      const run = ACTIONS[action]
      if (!run) throw new ControlError(400, `"action" must be one of ${Object.keys(ACTIONS).join(', ')}.`)
      run(world, template)
      return nodeOf(template)
    },
  },
]

const ACTIONS: Readonly<Record<string, (world: World, template: Template) => void>> = {
  pause: pauseTemplate,
  unpause: unpauseTemplate,
  disable: (world, template) => setTemplateStatus(world, template, 'DISABLED'),
  reject: (world, template) => setTemplateStatus(world, template, 'REJECTED'),
  approve: (world, template) => setTemplateStatus(world, template, 'APPROVED'),
  archive: (world, template) => setTemplateStatus(world, template, 'ARCHIVED'),
  'make-marketing': (world, template) => recategorise(world, template, 'MARKETING'),
  'make-utility': (world, template) => recategorise(world, template, 'UTILITY'),
  hold: (_, template) => holdTemplate(template),
  release: releaseTemplate,
  drop: dropHeld,
  'quality-yellow': (world, template) => setQuality(world, template, 'YELLOW'),
  'quality-green': (world, template) => setQuality(world, template, 'GREEN'),
}
