export declare function ensurePackages(root: string): Promise<void>
export declare function isInstalled(root: string): boolean
export declare function requireWritable(root: string): void
