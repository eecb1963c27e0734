<h1>{{#_}}Organisations I act for{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}Say for whom you apply. It gives you no right to anything of the organisation: it only shows who you are. Until its administrator or the coordinator has confirmed it, it stands as not confirmed.{{/_}}</p>
{{#DONE}}<p class="v-note v-gap-4" role="status">{{TEXT}}</p>{{/DONE}}
<p class="v-actions v-gap-5"><a class="ds-button" href="{{FIND}}">{{#_}}Say for whom you act{{/_}}</a></p>
{{#UNSAID}}<p class="v-text v-gap-5">{{TEXT}} <a href="{{ADDRESS}}">{{#_}}Say that you act for it{{/_}}</a></p>{{/UNSAID}}
{{#NONE}}<p class="v-text v-gap-5">{{#_}}You have not said yet for whom you act.{{/_}}</p>{{/NONE}}
<ul class="v-ledger v-gap-5">{{#ROW}}<li><div><h2 class="v-h-small">{{NAME}}</h2>{{#UNIT}}<p>{{TEXT}}</p>{{/UNIT}}<p class="v-meta">{{NUMBER}}{{#TYPED}}<br>{{#_}}The name is as somebody typed it.{{/_}}{{/TYPED}}</p></div>
<div><p>{{STATE}}</p><p class="v-meta">{{SINCE}}</p>{{#REASON}}<p class="v-meta">{{TEXT}}</p>{{/REASON}}</div>
<div>{{#DEFAULT}}<p class="v-meta">{{#_}}Shown in your new applications{{/_}}</p>{{/DEFAULT}}{{#PEOPLE}}<p><a href="{{ADDRESS}}">{{#_}}Those who act for it{{/_}}<span class="ds-sr-only"> – {{NAME}}</span></a></p>{{/PEOPLE}}</div>
{{#OPEN}}<form class="v-link-buttons" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}">{{#MAY_SHOW}}<button class="v-plain-button v-link-button" type="submit" name="deed" value="show">{{#_}}Show in new applications{{/_}}<span class="ds-sr-only"> – {{NAME}}</span></button>{{/MAY_SHOW}}<button class="v-plain-button v-link-button" type="submit" name="deed" value="take-back">{{#_}}Take back{{/_}}<span class="ds-sr-only"> – {{NAME}}</span></button></form>{{/OPEN}}</li>{{/ROW}}</ul>
