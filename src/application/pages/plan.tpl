<section class="v-section" aria-labelledby="plan"><h2 id="plan">{{#_}}Financing plan{{/_}}</h2>
<div class="v-two v-gap-4"><div class="v-plan">
{{#LINE}}<div><div class="v-plan__row"><h3><svg class="v-swatch" aria-hidden="true"><rect class="v-{{PAYER}}"/></svg>{{NAME}}</h3><p class="v-plan__sum">{{SUM}}</p><p class="v-meta">{{BASE}}</p></div>{{>BECAUSE}}</div>{{/LINE}}
{{#OUTSIDE}}<div><div class="v-plan__row"><h3><svg class="v-swatch" aria-hidden="true"><rect class="v-edge"/><rect fill="url(#v-hatch)"/></svg>{{#_}}Outside private money{{/_}}</h3><p class="v-plan__sum">{{SUM}}</p><p class="v-meta">{{#_}}Stands outside the shares of public funding.{{/_}}</p></div></div>{{/OUTSIDE}}
{{#INCOME}}<div><div class="v-plan__row"><h3>{{#_}}Income{{/_}}</h3><p class="v-plan__sum">{{SUM}}</p><p class="v-meta">{{#_}}Stands outside the shares: the net costs are without it.{{/_}}</p></div></div>{{/INCOME}}
</div>
<aside class="v-side" aria-label="{{#_}}Costs{{/_}}"><h3>{{#_}}Total costs{{/_}}</h3><p class="v-plan__sum v-gap-2">{{TOTAL}}</p>{{>TOTAL_BECAUSE}}
<div class="v-gap-4">{{>BAR}}</div>
{{#NOTE}}<p class="v-meta v-gap-3">{{TEXT}}</p>{{/NOTE}}<p class="v-meta v-gap-3">{{SOURCE}}</p></aside></div></section>
