<h1>{{#_}}Check a checksum{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}Does a paper in your hand belong to an application that was sent here? Its checksum tells.{{/_}}</p>
{{#FOUND}}<section class="v-section v-section--near" aria-labelledby="result"><h2 id="result">{{#_}}The checksum belongs to an application{{/_}}</h2>
<dl class="v-keys v-gap-3"><div><dt>{{#_}}Register number{{/_}}</dt><dd class="v-id">{{NUMBER}}</dd></div><div><dt>{{#_}}Call{{/_}}</dt><dd>{{CALL}}</dd></div><div><dt>{{#_}}Arrived{{/_}}</dt><dd>{{ARRIVED}}</dd></div></dl>
<p class="v-meta v-gap-3">{{#_}}Who applied and for what is not told here.{{/_}}</p></section>{{/FOUND}}
{{#NOT_FOUND}}<section class="v-section v-section--near" aria-labelledby="result"><h2 id="result">{{#_}}No application has this checksum{{/_}}</h2>
<p class="v-text v-gap-3">{{#_}}One changed letter in an application gives another checksum. Check that you copied all of it, from the receipt or from the foot of the PDF.{{/_}}</p></section>{{/NOT_FOUND}}
<form class="v-form v-gap-5" action="{{ACTION}}" method="get" novalidate>{{>FIELD}}
<p class="v-actions v-gap-4"><button class="ds-button" type="submit">{{#_}}Check{{/_}}</button></p></form>
<section class="v-section" aria-labelledby="how"><h2 id="how">{{#_}}What a checksum tells{{/_}}</h2>
<p class="v-text v-gap-3">{{#_}}When an application arrives, its whole content is read through once and summed up to 64 letters (SHA-256). The same content always gives the same letters, and nobody can make another content that gives them. The register keeps the letters with the number and the time of arrival.{{/_}}</p></section>
