export declare function canRunTypeScript(version: string): boolean
export declare function runtimePackage(platform: string, arch: string): string | undefined
