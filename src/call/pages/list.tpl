<h1>{{#_}}Calls{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}In a call, organisations apply for money for projects that carry out the agreement. The city’s share is applied for here.{{/_}}</p>
{{#GROUP}}<section class="v-section v-section--near" aria-labelledby="{{KEY}}"><h2 id="{{KEY}}">{{HEADING}}</h2>
{{#EMPTY}}<p class="v-text v-gap-3">{{TEXT}}</p>{{/EMPTY}}
{{#LIST}}<ul class="v-ledger v-gap-4">
{{#CALL}}<li><h3><a href="{{ADDRESS}}">{{NAME}}</a></h3>{{#OPEN}}<p><strong class="v-strong">{{TIME}}</strong></p>{{/OPEN}}{{#NOT_OPEN}}<p class="v-meta">{{TIME}}</p>{{/NOT_OPEN}}<p class="v-meta">{{WHEN}}</p>{{#POT}}<p class="v-ledger__sum">{{#ABOUT}}<small class="v-meta">{{#_}}about{{/_}}</small> {{/ABOUT}}{{SUM}}<br><span class="v-meta">{{LABEL}}</span></p>{{/POT}}</li>
{{/CALL}}</ul>{{/LIST}}</section>
{{/GROUP}}
