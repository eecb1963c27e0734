<h1>{{#_}}My applications{{/_}}</h1>
{{#NONE}}<p class="v-lead v-gap-3">{{#_}}You have no applications yet. Start one from an open call below.{{/_}}</p>{{/NONE}}
<ul class="v-ledger v-gap-5">{{#APPLICATION}}
<li><h2 class="v-h-small"><a href="{{ADDRESS}}">{{TITLE}}</a></h2><p class="v-meta">{{ORGANISATION}}</p><p class="v-meta">{{#DRAFT}}<span class="v-tag v-tag--draft">{{STATE}}</span>{{/DRAFT}}{{#SENT}}<span class="v-tag v-tag--sent">{{STATE}}</span>{{/SENT}}{{#ENDED}}<span class="v-tag">{{STATE}}</span>{{/ENDED}}<br>{{WHEN}}</p>{{#SUM}}<p class="v-ledger__sum">{{MUNICIPAL}}<br><span class="v-meta">{{#_}}asked of the city{{/_}}</span></p>{{/SUM}}</li>{{/APPLICATION}}
</ul>
<section class="v-section" aria-labelledby="open-calls"><h2 id="open-calls">{{#_}}Open calls{{/_}}</h2>
<ul class="v-ledger v-gap-4">{{#CALL}}<li><h3><a href="{{ADDRESS}}">{{NAME}}</a></h3><p class="v-meta">{{CLOSES}}</p></li>{{/CALL}}</ul></section>
