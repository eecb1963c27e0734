<p class="v-eyebrow">{{STATE}} · {{THEMES}}</p>
<h1>{{NAME}}</h1>
<section class="v-section v-section--near" aria-labelledby="money"><h2 id="money">{{#_}}Money{{/_}}</h2>
<div class="v-flow v-gap-4"><p><span class="v-big">{{SUPPORT}}</span></p><p class="v-meta">{{#_}}EU and state support for the whole project{{/_}} <span class="v-id">{{PERIOD}}</span></p>
{{#SHARED}}<h3>{{#_}}Public funding{{/_}} <span class="v-num">{{WHOLE}}</span></h3>
<p class="v-note">{{BY}}</p>
{{>WHOLE_WHY}}
{{>BAR}}
<div class="v-plan">{{#PAYER}}<div><div class="v-plan__row"><h4><svg class="v-swatch" aria-hidden="true"><rect class="v-{{HUE}}"/></svg>{{NAME}}</h4><p class="v-plan__sum">{{SUM}}</p></div>{{>WHY}}</div>
{{/PAYER}}</div>{{/SHARED}}</div></section>
<div class="v-half v-section"><section aria-labelledby="who"><h2 id="who">{{#_}}Implementers{{/_}}</h2>
<ul class="v-bare v-gap-3">{{#IMPLEMENTER}}<li>{{NAME}}{{#ID}}<br><span class="v-meta v-id">{{TEXT}}</span>{{/ID}}</li>
{{/IMPLEMENTER}}</ul></section>
<section aria-labelledby="themes"><h2 id="themes">{{#_}}Themes and goals{{/_}}</h2>
<ul class="v-bare v-gap-3">{{#THEME}}<li><a href="{{ADDRESS}}">{{NAME}}</a>{{#PART}} <span class="v-meta">{{SHARE}}, <span class="v-num">{{SUPPORT}}</span></span>{{/PART}}</li>
{{/THEME}}{{#GOAL}}<li><a href="{{ADDRESS}}">{{TEXT}}</a></li>{{/GOAL}}</ul></section></div>
<p class="v-meta v-gap-6">{{#_}}Source:{{/_}} {{SOURCE}}</p>
{{#NOTES}}<div class="v-note v-gap-3"><p>{{#_}}Assumed until the city confirms it:{{/_}}</p>{{#NOTE}}<p>{{TEXT}}</p>{{/NOTE}}</div>{{/NOTES}}
