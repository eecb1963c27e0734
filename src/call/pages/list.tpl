<h1>{{#_}}Calls{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}In a call, organisations apply for money for projects that carry out the agreement. The city’s share is applied for here.{{/_}}</p>
{{#NONE}}<p class="v-gap-5">{{#_}}There are no calls yet.{{/_}}</p>{{/NONE}}
<ul class="v-ledger v-gap-5">
{{#CALL}}<li><h2 class="v-h-small"><a href="{{ADDRESS}}">{{NAME}}</a></h2><p><span class="v-tag{{#OPEN}} v-tag--sent{{/OPEN}}">{{STATE}}</span></p><p class="v-meta">{{TIME}}</p>{{#POT}}<p class="v-ledger__sum">{{#ABOUT}}<small class="v-meta">{{#_}}about{{/_}}</small> {{/ABOUT}}{{SUM}}<br><span class="v-meta">{{LABEL}}</span></p>{{/POT}}</li>
{{/CALL}}</ul>
