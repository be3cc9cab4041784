export declare function findBrowser(): string | undefined
export declare function ensureBrowser(): { path: string; missing?: undefined } | { path?: undefined; missing: string }
