import type { Language } from '../../dataset/index.ts';
import { escapeMarkup } from '../../document/index.ts';

/** The metadata of a document. */
export interface Metadata {
  readonly title: string;
  readonly subject: string;
  readonly keywords: string;
  readonly language: Language;
  readonly author: string;
  readonly creator: string;
  readonly producer: string;
  readonly createdAt: Date;
}

const namespaces = Object.entries({
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/**
 * The metadata as the content of `rdf:RDF` in XMP: Dublin Core, the identifiers of PDF/A-3a and PDF/UA-1, and the
 * extension schema that PDF/A requires for that of PDF/UA (ISO 19005-3, 6.6.2.3).
 */
export function xmpOf(metadata: Metadata): string {
  const { title, subject, keywords, language, author, creator, producer, createdAt } = metadata;
  // Text in one language, which `dc:language` names.
  const words = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeMarkup(text)}</rdf:li></rdf:Alt>`;
  const date = `${createdAt.toISOString().slice(0, 19)}Z`;
  return `<rdf:Description rdf:about="" ${namespaces}>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:CreatorTool>${escapeMarkup(creator)}</xmp:CreatorTool>
<dc:format>application/pdf</dc:format>
<dc:title>${words(title)}</dc:title>
<dc:description>${words(subject)}</dc:description>
<dc:creator><rdf:Seq><rdf:li>${escapeMarkup(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${escapeMarkup(producer)}</pdf:Producer>
<pdf:Keywords>${escapeMarkup(keywords)}</pdf:Keywords>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates which part of ISO 14289 the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`;
}
