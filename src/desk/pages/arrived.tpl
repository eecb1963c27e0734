<p class="v-eyebrow">{{#_}}Arrived applications{{/_}}</p>
<h1>{{CALL}}</h1>
<p class="v-lead v-gap-3">{{COUNT}}</p>
<section class="v-section v-section--near" aria-labelledby="pots"><h2 id="pots">{{#_}}Sum against the pot{{/_}}</h2>
{{#POT}}<div class="v-flow v-gap-3"><svg class="v-bar" aria-hidden="true"><rect class="v-track" width="100%" height="100%"/><rect class="v-{{PAYER}}" width="{{WIDTH}}%" height="100%"/></svg>
<dl class="v-keys"><div><dt>{{#_}}Whose pot{{/_}}</dt><dd>{{FUNDER}}</dd></div><div><dt>{{#_}}In the pot{{/_}}</dt><dd class="v-num">{{MONEY}}</dd></div><div><dt>{{#_}}Asked for{{/_}}</dt><dd><span class="v-num">{{ASKED}}</span><br><span class="v-meta">{{LEFT}}</span></dd></div></dl></div>{{/POT}}
<dl class="v-keys v-gap-4"><div><dt>{{#_}}Asked of the city{{/_}}</dt><dd class="v-num">{{MUNICIPAL}}</dd></div><div><dt>{{#_}}Total costs{{/_}}</dt><dd class="v-num">{{TOTAL}}</dd></div></dl></section>
<section class="v-section v-section--near" aria-labelledby="list"><h2 id="list">{{#_}}Applications{{/_}}</h2>
{{#NONE}}<p class="v-text v-gap-3">{{#_}}Nothing has arrived yet.{{/_}}</p>{{/NONE}}
{{#TABLE}}<table class="v-table v-fold v-gap-3"><caption class="ds-sr-only">{{#_}}Arrived applications in the order of arrival{{/_}}</caption><thead><tr><th scope="col">{{#_}}Number{{/_}}</th><th scope="col">{{#_}}Project{{/_}}</th><th scope="col">{{#_}}Arrived{{/_}}</th><th scope="col" class="v-num">{{#_}}EU and State{{/_}}</th><th scope="col" class="v-num">{{#_}}Of the city{{/_}}</th><th scope="col" class="v-num">{{#_}}Total costs{{/_}}</th></tr></thead><tbody>{{#APPLICATION}}
<tr><td class="v-id" data-is="{{#_}}Number{{/_}}">{{NUMBER}}</td><th scope="row"><a href="{{ADDRESS}}">{{TITLE}}</a><br><span class="v-meta">{{ORGANISATION}}</span></th><td data-is="{{#_}}Arrived{{/_}}">{{ARRIVED}}</td><td class="v-num" data-is="{{#_}}EU and State{{/_}}">{{SUPPORT}}</td><td class="v-num" data-is="{{#_}}Of the city{{/_}}">{{MUNICIPAL}}</td><td class="v-num" data-is="{{#_}}Total costs{{/_}}">{{TOTAL}}</td></tr>{{/APPLICATION}}</tbody></table>
{{#MORE}}<p class="v-more"><a href="{{ADDRESS}}" rel="next">{{#_}}Next page{{/_}}</a></p>{{/MORE}}{{/TABLE}}</section>
