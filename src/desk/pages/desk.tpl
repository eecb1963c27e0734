<h1>{{#_}}Desk{{/_}}</h1>
<section class="v-section v-section--near" aria-labelledby="todo"><h2 id="todo">{{#_}}To do{{/_}}</h2>
{{#NOTHING}}<p class="v-text v-gap-3">{{#_}}Nothing waits for you.{{/_}}</p>{{/NOTHING}}
{{#FEEDBACK}}<h3 class="v-gap-4">{{#_}}Feedback on accessibility{{/_}}</h3>
<ul class="v-ledger v-gap-3">{{#TOLD}}<li><h4 class="v-h-small"><a href="{{ADDRESS}}">{{NUMBER}}</a></h4><p class="v-meta">{{TEXT}}</p><p class="v-meta">{{DUE}}<br>{{LEFT}}</p></li>
{{/TOLD}}</ul>
<p class="v-more"><a href="{{ALL}}">{{COUNT}}</a></p>{{/FEEDBACK}}
{{#TO_CONFIRM}}<h3 class="v-gap-5">{{#_}}Representatives{{/_}}</h3>
<p class="v-gap-3"><a href="{{ALL}}">{{COUNT}}</a></p>{{/TO_CONFIRM}}
{{#ARRIVALS}}<h3 class="v-gap-5">{{#_}}Arrived, to be looked at{{/_}}</h3>
<ul class="v-ledger v-gap-3">{{#ARRIVAL}}<li><h4 class="v-h-small"><a href="{{ADDRESS}}">{{TITLE}}</a></h4><p class="v-meta">{{ORGANISATION}}</p><p class="v-meta"><span class="v-id">{{NUMBER}}</span><br>{{ARRIVED}}</p></li>
{{/ARRIVAL}}</ul>
<p class="v-more"><a href="{{ALL}}">{{COUNT}}</a></p>{{/ARRIVALS}}</section>
<section class="v-section" aria-labelledby="calls"><h2 id="calls">{{#_}}Calls{{/_}}</h2>
{{#NO_CALLS}}<p class="v-text v-gap-3">{{#_}}No call has been published yet.{{/_}}</p>{{/NO_CALLS}}
<ul class="v-ledger v-gap-4">{{#CALL}}<li><h3 class="v-h-small"><a href="{{ADDRESS}}">{{NAME}}</a></h3><p class="v-meta">{{STATE}}</p><p class="v-meta">{{ARRIVED}}</p><p class="v-ledger__sum">{{SUM}}<br><span class="v-meta">{{#_}}support asked for{{/_}}</span></p></li>
{{/CALL}}</ul></section>
<p class="v-gap-6"><a href="{{PREPARATION}}">{{#_}}Prepare a call{{/_}}</a></p>
<p class="v-gap-3"><a href="{{ALL_FEEDBACK}}">{{#_}}All feedback on accessibility{{/_}}</a></p>
<p class="v-gap-3"><a href="{{REPRESENTATIVES}}">{{#_}}Representatives{{/_}}</a></p>
