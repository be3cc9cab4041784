/** What a browser has and jsdom lacks, as far as the console needs it. */
export function installBrowserParts(): void {
  window.matchMedia = (query) => ({
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  })
  window.ResizeObserver = class {
    observe = (): void => undefined
    unobserve = (): void => undefined
    disconnect = (): void => undefined
  }
  window.scrollTo = () => undefined
  Element.prototype.scrollIntoView = () => undefined
}
