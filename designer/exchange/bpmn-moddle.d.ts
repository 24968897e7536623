/** The part of bpmn-moddle that is used here; the package brings types of BPMN's elements only. */
declare module 'bpmn-moddle' {
  /** An element of a BPMN file; its properties are read through the guards of `bpmn-element.ts`. */
  export interface ModdleElement {
    readonly $type: string;
    readonly [property: string]: unknown;
  }
  export interface Parsed {
    readonly rootElement: ModdleElement;
    readonly warnings: readonly { readonly message: string }[];
  }
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, object>>);
    create(type: string, properties?: object): ModdleElement;
    fromXML(xml: string): Promise<Parsed>;
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ readonly xml: string }>;
  }
}
