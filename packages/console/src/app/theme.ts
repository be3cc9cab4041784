import { ActionIcon, Button, createTheme, Drawer, Modal, Popover, Tooltip } from '@mantine/core'
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core'

/** Ink on paper: a blue-green ink for what can be done, warm paper for what is at rest. Checked for AA on paper and white. */
const ink: MantineColorsTuple = ['#e9f4f5', '#d2e7ea', '#a6d0d6', '#78b8c1', '#52a2ae', '#348e9c', '#1f7886', '#14626f', '#0d505b', '#063c45'] // prettier-ignore
const paper: MantineColorsTuple = ['#fbfaf7', '#f5f3ee', '#ebe8e0', '#dedad0', '#c6c1b4', '#a29d90', '#7a766b', '#5c5950', '#3d3b35', '#24231f'] // prettier-ignore
/** Mantine's own dark greys are bluish; these go with the ink. */
const dark: MantineColorsTuple = ['#e7eaea', '#c3caca', '#9fa9aa', '#76838a', '#3f4b50', '#303a3e', '#252d31', '#1b2226', '#151b1e', '#0f1416'] // prettier-ignore

export const theme = createTheme({
  colors: { ink, paper, dark },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  black: '#1d2427',
  fontFamily: "'Inter', 'Segoe UI', system-ui, -apple-system, 'Noto Sans', 'Noto Sans Arabic', sans-serif",
  headings: { fontWeight: '620', sizes: { h1: { fontSize: '1.25rem', lineHeight: '1.3' }, h2: { fontSize: '1rem', lineHeight: '1.35' }, h3: { fontSize: '0.875rem', lineHeight: '1.4' } } },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  defaultRadius: 'md',
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 34, color: 'gray' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, multiline: true, maw: 280, events: { hover: true, focus: true, touch: false } } }),
    Modal: Modal.extend({ defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } } }),
    Drawer: Drawer.extend({ defaultProps: { overlayProps: { backgroundOpacity: 0.2 } } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', withinPortal: true } }),
  },
}) // prettier-ignore

/** Colours by their part in the page; chips bring text and ground that meet AA together (checked by axe in the browser test). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--rail-width': '13.5rem', '--bar-height': '3rem' },
  light: {
    '--mantine-color-body': '#f6f4ef',
    '--mantine-color-dimmed': '#586065',
    '--mantine-color-placeholder': '#666e73',
    '--surface': '#ffffff',
    '--surface-quiet': '#faf9f6',
    '--surface-sunk': '#efece5',
    '--line': '#e2ded5',
    '--line-strong': '#c9c4b8',
    '--text': '#1d2427',
    '--accent': '#14626f',
    '--accent-quiet': '#e3f0f1',
    '--now': '#b3261e',
    '--chip-calm-bg': '#eceff0', '--chip-calm-fg': '#454f54',
    '--chip-way-bg': '#e4edf7', '--chip-way-fg': '#25507c',
    '--chip-good-bg': '#dcf0e1', '--chip-good-fg': '#1c5a33',
    '--chip-ask-bg': '#ece6fa', '--chip-ask-fg': '#54399a',
    '--chip-warn-bg': '#fbeccd', '--chip-warn-fg': '#6d4703',
    '--chip-bad-bg': '#fbe3e0', '--chip-bad-fg': '#8f1d15',
    '--chip-off-bg': '#f0eeea', '--chip-off-fg': '#625f57',
  },
  dark: {
    '--mantine-color-body': '#121719',
    '--mantine-color-dimmed': '#a3aeb1',
    '--mantine-color-placeholder': '#8f9a9e',
    '--surface': '#1b2226',
    '--surface-quiet': '#171d20',
    '--surface-sunk': '#0e1214',
    '--line': '#2d373b',
    '--line-strong': '#455157',
    '--text': '#e7eaea',
    '--accent': '#78b8c1',
    '--accent-quiet': '#1a3338',
    '--now': '#ff8a80',
    '--chip-calm-bg': '#2a3337', '--chip-calm-fg': '#c6d0d3',
    '--chip-way-bg': '#1c3148', '--chip-way-fg': '#a9cdf3',
    '--chip-good-bg': '#173a26', '--chip-good-fg': '#9fdcb4',
    '--chip-ask-bg': '#31274f', '--chip-ask-fg': '#cbbcf7',
    '--chip-warn-bg': '#41300e', '--chip-warn-fg': '#f2cf86',
    '--chip-bad-bg': '#4a1f1b', '--chip-bad-fg': '#ffb8b0',
    '--chip-off-bg': '#24292b', '--chip-off-fg': '#a2aaac',
  },
}) // prettier-ignore
