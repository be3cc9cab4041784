export declare function exclusively<Result>(file: string, waiting: string, work: () => Promise<Result>): Promise<Result>
