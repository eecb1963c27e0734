<h1>{{#_}}Desk{{/_}}</h1>
<p class="v-lead v-gap-3">{{WAITING}}</p>
{{#NONE}}<p class="v-text v-gap-4">{{#_}}No call has been published yet.{{/_}}</p>{{/NONE}}
<ul class="v-ledger v-gap-5">{{#CALL}}<li><h2 class="v-h-small"><a href="{{ADDRESS}}">{{NAME}}</a></h2><p class="v-meta">{{STATE}}</p><p class="v-meta">{{ARRIVED}}</p><p class="v-ledger__sum">{{SUM}}<br><span class="v-meta">{{#_}}support asked for{{/_}}</span></p></li>{{/CALL}}</ul>
<section class="v-section v-section--near" aria-labelledby="feedback"><h2 id="feedback">{{#_}}Feedback on accessibility{{/_}}</h2>
{{#FEEDBACK}}<p class="v-text v-gap-3"><a href="{{ADDRESS}}">{{COUNT}}</a></p>{{/FEEDBACK}}</section>
<p class="v-gap-5"><a href="{{REPRESENTATIVES}}">{{#_}}Representatives{{/_}}</a></p>
