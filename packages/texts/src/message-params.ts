/**
 * Reads, at compile time, what a text asks for. Grammar (a small part of ICU MessageFormat):
 *
 *   {name}                                        a value
 *   {count, plural, one {# visit} other {# visits}}   a number; `=0 {no visits}` for an exact value; # is the number
 *   {who, select, patient {..} other {..}}        a word that chooses
 */
export type ParamsOf<S extends string> = {
  readonly [Name in NamesOf<S>]: Name extends NumbersOf<S> ? number : string | number
}

/** What has to follow the key: nothing, or the object with every parameter that any of the keys asks for. */
export type ParamArguments<S extends string> = [NamesOf<S>] extends [never] ? [] : [params: ParamsOf<S>]

type Param<Name extends string, Kind extends 'value' | 'number' | 'choice'> = readonly [Name, Kind]
/** Distributes: a key that is one of several asks for the parameters of them all. */
type Found<S extends string> = S extends string ? Walk<S, '', never> : never
type NamesOf<S extends string> = Found<S>[0]
type NumbersOf<S extends string> = Extract<Found<S>, Param<string, 'number'>>[0]

/** `Open` holds one letter per open brace, the last one first: `a` for an argument, `b` for a branch of it. */
type Walk<S extends string, Open extends string, Out extends Param<string, 'value' | 'number' | 'choice'>> =
  FirstBrace<S> extends '{'
    ? S extends `${string}{${infer After}`
      ? Open extends `a${string}`
        ? Walk<After, `b${Open}`, Out>
        : Argument<After, Open, Out>
      : never
    : S extends `${string}}${infer After}`
      ? Walk<After, Open extends `${'a' | 'b'}${infer Outer}` ? Outer : '', Out>
      : Out

type FirstBrace<S extends string> = S extends `${infer Before}{${string}`
  ? Before extends `${string}}${string}`
    ? '}'
    : '{'
  : 'none'

type Argument<
  S extends string,
  Open extends string,
  Out extends Param<string, 'value' | 'number' | 'choice'>,
> = S extends `${infer Head}}${infer After}`
  ? Head extends `${infer Name}, plural,${string}`
    ? Walk<S, `a${Open}`, Out | Param<Name, 'number'>>
    : Head extends `${infer Name}, select,${string}`
      ? Walk<S, `a${Open}`, Out | Param<Name, 'choice'>>
      : Walk<After, Open, Out | Param<Head, 'value'>>
  : never
