/** The words in which it is told which functions a framework, a server or a platform calls again and again. */

/** How a function becomes a handler. Names are those of the framework; modules are import specifiers. */
export type HandlerFacts =
  /**
   * It is passed to a method of something that the module gives or makes: `express().get('/', handler)`. With `keys`, under one of these
   * of an object. With `when` or `unless`, the first argument is one of these strings, or none of them. With `of`, the method is called on
   * whatever begins with a name like this, wherever that comes from.
   */
  | {
      readonly by: 'method';
      readonly methods: readonly string[];
      readonly keys?: readonly string[];
      readonly when?: readonly string[];
      readonly unless?: readonly string[];
      readonly of?: RegExp;
    }
  /** It is passed to an export: `createServer(handler)`. With `keys`, under one of these of an object: `new ApolloServer({ context })`. */
  | { readonly by: 'export'; readonly exports: readonly string[]; readonly keys?: readonly string[] }
  /** It is passed to a function that is there without an import: `defineEventHandler(handler)`. With `method`, to that method of a global object. */
  | { readonly by: 'global'; readonly name: string; readonly method?: string; readonly keys?: readonly string[] }
  /** It is a method with this decorator. */
  | { readonly by: 'decorator'; readonly decorators: readonly string[] }
  /** It, or a parameter of it, is declared with this type of the module. */
  | { readonly by: 'type'; readonly types: readonly string[] }
  /** The file exports it under this name. With `parameters`, its first parameter has one of these names. */
  | { readonly by: 'file'; readonly files: RegExp; readonly exports: readonly string[]; readonly parameters?: readonly string[] }
  /** It is exported from a file, or has a body, that begins with this directive. */
  | { readonly by: 'directive'; readonly directive: string }
  /** Its parameters have these names, each one of a list, and it calls one of these methods of the one at the position. */
  | { readonly by: 'signature'; readonly parameters: readonly (readonly string[])[]; readonly answers: { readonly position: number; readonly methods: readonly string[] } }
  /** It is passed to a method of this name after a path, whatever object that is: `app.get('/users', async (req) => …)`. */
  | { readonly by: 'route'; readonly methods: readonly string[] }
  /** It stands in an object, under one of these keys, that is called so or passed under that name: `resolvers = { Query: { users } }`. */
  | { readonly by: 'resolver map'; readonly name: RegExp; readonly keys: readonly string[] };

export interface FrameworkFacts {
  readonly id: string;
  /** What a message calls such a function, with its article: "an Express handler". */
  readonly title: string;
  /** The modules that `method`, `export`, `decorator` and `type` speak of. */
  readonly modules: readonly string[];
  readonly handlers: readonly HandlerFacts[];
  /** `schedule`: by the clock and not for each request, so that what it closes again does no harm. */
  readonly runs: 'request' | 'schedule';
  /** True when what it gives lives as long as the request: a context. */
  readonly givesContext?: true;
}

/** Where opening a connection for each request is right, or code runs once. */
export interface OneTimeFacts {
  /** Paths of tests, migrations, seeds and scripts. */
  readonly files: readonly RegExp[];
  /** Names of functions that run once in the life of a program, or once per command. */
  readonly functions: RegExp;
  /** Modules of platforms where a connection may not outlive its request. */
  readonly platforms: readonly string[];
  /** A property that hands out such a platform's bindings: `env.HYPERDRIVE`, `context.env.DATABASE_URL`. Node's own objects apart. */
  readonly bindings: string;
  readonly ownObjects: readonly string[];
  /** Exports by which a file says that it runs on such a platform: `export const runtime = 'edge'`. */
  readonly declarations: Readonly<Record<string, readonly string[]>>;
}

/** What belongs to one request. */
export interface RequestFacts {
  /** Properties of what a handler gets, that hold what the handlers of one request tell each other: `res.locals`, `ctx.state`. */
  readonly state: readonly string[];
}

/** Functions that are called at once, where they stand: their code belongs to the code around them. */
export interface InlineFacts {
  /** Methods of arrays that call what they get for each item. */
  readonly perItem: readonly string[];
  /** Methods of promises that call what they get once. */
  readonly onSettled: readonly string[];
  /** A class that calls what it gets while it is created. */
  readonly executor: string;
}
