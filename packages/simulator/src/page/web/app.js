import { api, listen } from './api.js'
import { showChat } from './chat.js'
import { byId } from './dom.js'
import { showList } from './list.js'

/** The page: phones on one side, the one in hand on the other. */
const state = { phones: [], now: '', nowAt: 0, chosen: chosenInAddress(), query: '' }

function chosenInAddress() {
  return (new URLSearchParams(location.search).get('phone') ?? '').replaceAll(/\D/g, '')
}

async function refreshList() {
  const { items, now } = await api.phones()
  state.phones = items
  state.now = now
  state.nowAt = Date.now()
  showList(items, state.chosen, state.query, choose)
}

async function refreshChat() {
  const { chosen } = state
  byId('stage').classList.toggle('in-hand', chosen !== '')
  byId('device').hidden = chosen === ''
  byId('no-phone').hidden = chosen !== ''
  if (chosen === '') return
  const chat = await api.chat(chosen)
  if (chosen !== state.chosen) return
  showChat(chat, act)
  document.title = `${chat.phone.name} · phone`
  // Whoever has the chat open reads it.
  if (chat.phone.unread > 0 && document.visibilityState === 'visible') await api.read(chosen)
}

const behind = { isBusy: false, list: false, chat: false }

/** One refresh at a time, however fast news come; what came meanwhile makes it run once more. */
async function catchUp(isChosen) {
  behind.list = true
  behind.chat ||= isChosen
  if (behind.isBusy) return
  behind.isBusy = true
  while (behind.list) {
    const withChat = behind.chat
    behind.list = false
    behind.chat = false
    await shown(async () => {
      if (withChat) await refreshChat()
      await refreshList()
    })
  }
  behind.isBusy = false
}

function choose(number) {
  state.chosen = number
  history.pushState({}, '', number === '' ? '/' : `/?phone=${number}`)
  showList(state.phones, state.chosen, state.query, choose)
  void shown(refreshChat)
}

/** Does what the patient does and shows what came of it; a refusal is said, not swallowed. */
async function act(run) {
  await shown(async () => {
    await run()
    await refreshChat()
    await refreshList()
  })
}

async function shown(run) {
  try {
    await run()
    say('')
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}

function say(text) {
  byId('state').textContent = text
}

function sendText() {
  const field = byId('text')
  const text = field.value.trim()
  if (text === '' || state.chosen === '') return
  field.value = ''
  fit(field)
  void act(() => api.text(state.chosen, text))
}

function fit(field) {
  field.style.height = 'auto'
  field.style.height = `${Math.min(field.scrollHeight, 120)}px`
}

function wireComposer() {
  const field = byId('text')
  const file = byId('file')
  byId('composer').onsubmit = (event) => {
    event.preventDefault()
    sendText()
  }
  field.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    sendText()
  }
  field.oninput = () => fit(field)
  byId('attach').onclick = () => file.click()
  file.onchange = () => {
    const chosen = file.files?.[0]
    if (!chosen) return
    const caption = field.value.trim()
    field.value = ''
    file.value = ''
    void act(() => api.media(state.chosen, chosen, caption))
  }
}

byId('back').onclick = () => choose('')
byId('search').oninput = (event) => {
  state.query = event.target.value
  showList(state.phones, state.chosen, state.query, choose)
}
window.onpopstate = () => {
  state.chosen = chosenInAddress()
  showList(state.phones, state.chosen, state.query, choose)
  void shown(refreshChat)
}
document.onvisibilitychange = () => void shown(refreshChat)

wireComposer()
void shown(async () => {
  await Promise.all([refreshList(), refreshChat()])
})
listen(
  (numbers) => {
    const isChosen = numbers.length === 0 || numbers.includes(state.chosen)
    void catchUp(isChosen)
  },
  (isOpen) => say(isOpen ? '' : 'The simulator does not answer; trying again…'),
)
setInterval(() => void shown(refreshList), 30_000)
