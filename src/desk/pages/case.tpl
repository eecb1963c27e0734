<p class="v-eyebrow"><span class="v-id">{{NUMBER}}</span> · {{ORGANISATION}}</p>
<h1>{{TITLE}}</h1>
<p class="v-gap-3"><span class="v-tag">{{STATE}}</span>{{#REOPENED}} <span class="v-meta">{{#_}}What was last sent stands until a new version is sent.{{/_}}</span>{{/REOPENED}}</p>
<p class="v-actions v-gap-4"><a class="ds-button" href="{{SENT}}">{{#_}}Read the application as sent{{/_}}</a></p>
{{#WAITS}}<form class="v-gap-3" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><p class="v-actions"><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Mark as looked at{{/_}}</button></p></form>{{/WAITS}}
{{#SECOND_STAGE}}<form class="v-gap-3" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><p class="v-actions"><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Let through to the second stage{{/_}}</button></p></form>{{/SECOND_STAGE}}
{{#LET_THROUGH}}<p class="v-meta v-gap-3">{{#_}}Let through to the second stage.{{/_}}</p>{{/LET_THROUGH}}
{{#LOOKED_AT}}<p class="v-meta v-gap-3">{{TEXT}}</p>{{/LOOKED_AT}}
<section class="v-section v-section--near" aria-labelledby="facts"><h2 id="facts">{{#_}}In short{{/_}}</h2>
<dl class="v-keys v-gap-3">
<div><dt>{{#_}}Organisation{{/_}}</dt><dd>{{ORGANISATION}}{{#BUSINESS_ID}} <span class="v-id v-meta">{{TEXT}}</span>{{/BUSINESS_ID}}</dd></div>
{{#SENDER}}<div><dt>{{#_}}Sender{{/_}}</dt><dd>{{NAME}} <span class="v-meta">{{STANDING}}</span>{{#CONFIRM}} <a href="{{ADDRESS}}">{{#_}}Confirm or refuse{{/_}}</a>{{/CONFIRM}}</dd></div>
{{/SENDER}}<div><dt>{{#_}}Arrived{{/_}}</dt><dd>{{ARRIVED}}</dd></div>
{{#AGAIN}}<div><dt>{{#_}}Sent anew{{/_}}</dt><dd>{{TEXT}}</dd></div>{{/AGAIN}}
<div><dt>{{#_}}EU and State{{/_}}</dt><dd class="v-num">{{SUPPORT}}</dd></div>
<div><dt>{{#_}}Of the city{{/_}}</dt><dd class="v-num">{{MUNICIPAL}}</dd></div>
<div><dt>{{#_}}Total costs{{/_}}</dt><dd class="v-num">{{TOTAL}}</dd></div>
{{#THEME}}<div><dt>{{NAME}}</dt><dd><span class="v-num">{{SUM}}</span> <span class="v-meta">{{#_}}of the support{{/_}}</span></dd></div>{{/THEME}}
</dl></section>
{{#ATTACHED}}{{>FILES}}{{/ATTACHED}}<section class="v-section v-section--near" id="history" aria-labelledby="happened"><h2 id="happened">{{#_}}What has happened{{/_}}</h2>
<table class="v-table v-fold v-gap-3"><caption class="ds-sr-only">{{#_}}Each deed: what, who, when{{/_}}</caption><thead><tr><th scope="col">{{#_}}When{{/_}}</th><th scope="col">{{#_}}What{{/_}}</th><th scope="col">{{#_}}Who{{/_}}</th></tr></thead><tbody>{{#RECORD}}
<tr><td data-is="{{#_}}When{{/_}}">{{AT}}</td><th scope="row">{{WHAT}}{{#TIMES}} <span class="v-meta">{{TEXT}}</span>{{/TIMES}}</th><td data-is="{{#_}}Who{{/_}}">{{WHO}}</td></tr>{{/RECORD}}</tbody></table>
{{#MORE}}<p class="v-more"><a href="{{ADDRESS}}" rel="next">{{#_}}Next page{{/_}}</a></p>{{/MORE}}
<p class="v-meta v-gap-3">{{#_}}From the audit chain, in which nothing can be changed without being found.{{/_}}</p></section>
