<p class="v-eyebrow">{{TITLE}}</p>
<h1>{{#_}}Who takes part{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}Everybody here sees the whole application. An organisation named in it gives no right to it: each person is invited by name.{{/_}}</p>
<ul class="v-ledger v-gap-5">{{#MEMBER}}
<li><h2 class="v-h-small">{{NAME}}{{#SELF}} <span class="v-meta">{{#_}}you{{/_}}</span>{{/SELF}}</h2><p class="v-meta">{{RIGHT}}{{#MAIL}}<br>{{EMAIL}}{{/MAIL}}</p>
{{#CHANGE}}<form class="v-inline-form" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}">{{#GIVE}}<label><span class="ds-sr-only">{{#_}}What this person may do:{{/_}} {{NAME}}</span><select class="ds-input" name="may">{{#OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}}</option>{{/OPTION}}</select></label><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Change{{/_}} <span class="ds-sr-only">{{NAME}}</span></button>{{/GIVE}}<button class="v-plain-button" type="submit" name="out" value="1">{{#OUT}}{{#_}}Take out{{/_}}{{/OUT}}{{#LEAVE}}{{#_}}Leave the application{{/_}}{{/LEAVE}} <span class="ds-sr-only">{{NAME}}</span></button></form>{{/CHANGE}}{{#ALONE}}<p class="v-meta v-inline-form">{{#_}}Somebody has to manage the application. Give that to another before you leave.{{/_}}</p>{{/ALONE}}</li>{{/MEMBER}}
{{#INVITED}}<li><h2 class="v-h-small">{{EMAIL}}</h2><p class="v-meta"><span class="v-tag">{{#_}}Invited{{/_}}</span> {{RIGHT}}<br>{{UNTIL}}</p><form class="v-inline-form" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><button class="v-plain-button" type="submit">{{#_}}Take the invitation back{{/_}} <span class="ds-sr-only">{{EMAIL}}</span></button></form></li>{{/INVITED}}
</ul>
{{#NOT_MANAGING}}<p class="v-text v-gap-4">{{#_}}Only who manages the application invites others and decides who may send.{{/_}}</p>{{/NOT_MANAGING}}
{{#INVITE}}<section class="v-section" aria-labelledby="invite"><h2 id="invite">{{#_}}Invite a person{{/_}}</h2>
<form class="v-form v-flow v-gap-4" action="{{ACTION}}" method="post" novalidate><input type="hidden" name="form_secret" value="{{FORM_SECRET}}">{{>EMAIL}}{{>RIGHT}}
<p class="v-actions v-gap-5"><button class="ds-button" type="submit">{{#_}}Send the invitation{{/_}}</button></p></form></section>{{/INVITE}}
